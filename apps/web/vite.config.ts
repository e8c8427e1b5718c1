import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Build of the web app: Chromium 90 still runs on the desktops of the offices, so syntax stops there. */
export const config = defineConfig({
  plugins: [react()],
  build: {
    target: ['chrome90'],
    outDir: 'dist',
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      // The workspace packages are pure: a list of names must not pull the whole engine into the page. One module of
      // theirs is there for what it does.
      treeshake: {
        moduleSideEffects: (id) => !/[\\/]packages[\\/]/.test(id) || id.endsWith('interpret-schemas.ts'),
      },
    },
  },
  server: { proxy: { '/api': process.env['XIUZHI_API'] ?? 'http://127.0.0.1:8080' } },
});

export { config as default };
