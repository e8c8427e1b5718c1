import { createBrowserRouter } from 'react-router';

import { PasswordPage } from './features/accounts/password-page.tsx';
import { SignInPage } from './features/accounts/sign-in-page.tsx';
import { WorksPage } from './features/works/works-page.tsx';
import { FaultPage } from './ui/fault-page.tsx';
import { LostPage } from './ui/lost-page.tsx';
import { PageSkeleton } from './ui/page-skeleton.tsx';
import { FirstPlace, Shell } from './ui/shell.tsx';

/** Pages by address (页面路由). The heavy ones are loaded when first opened. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: FaultPage,
    HydrateFallback: PageSkeleton,
    children: [
      { path: '/sign-in', Component: SignInPage },
      {
        path: '/reply',
        lazy: async () => ({ Component: (await import('./features/letters/reply-page.tsx')).ReplyPage }),
      },
      {
        path: '/live',
        lazy: async () => ({ Component: (await import('./features/reviews/live-page.tsx')).LivePage }),
      },
      {
        Component: Shell,
        children: [
          {
            ErrorBoundary: FaultPage,
            children: [
              { index: true, Component: FirstPlace },
              { path: 'works', Component: WorksPage },
              {
                path: 'works/:id',
                lazy: async () => ({ Component: (await import('./features/manuscripts/work-page.tsx')).WorkPage }),
              },
              {
                path: 'revisions/:id',
                lazy: async () => ({ Component: (await import('./features/reviews/reading-page.tsx')).ReadingPage }),
              },
              {
                path: 'revisions/:id/summary',
                lazy: async () => ({ Component: (await import('./features/reviews/summary-page.tsx')).SummaryPage }),
              },
              {
                path: 'revisions/:id/figures',
                lazy: async () => ({ Component: (await import('./features/figures/figures-page.tsx')).FiguresPage }),
              },
              {
                path: 'revisions/:id/check',
                lazy: async () => ({ Component: (await import('./features/checks/check-page.tsx')).CheckPage }),
              },
              {
                path: 'letters',
                lazy: async () => ({ Component: (await import('./features/letters/letters-page.tsx')).LettersPage }),
              },
              {
                path: 'letters/:id',
                lazy: async () => ({ Component: (await import('./features/letters/letter-page.tsx')).LetterPage }),
              },
              {
                path: 'tasks',
                lazy: async () => ({ Component: (await import('./features/tasks/tasks-page.tsx')).TasksPage }),
              },
              {
                path: 'tasks/:id',
                lazy: async () => ({ Component: (await import('./features/tasks/task-page.tsx')).TaskPage }),
              },
              {
                path: 'calendar',
                lazy: async () => ({ Component: (await import('./features/tasks/calendar-page.tsx')).CalendarPage }),
              },
              {
                path: 'submissions',
                lazy: async () => ({
                  Component: (await import('./features/submissions/submissions-page.tsx')).SubmissionsPage,
                }),
              },
              {
                path: 'bulletins',
                lazy: async () => ({
                  Component: (await import('./features/bulletins/bulletins-page.tsx')).BulletinsPage,
                }),
              },
              {
                path: 'bulletins/series/:id',
                lazy: async () => ({ Component: (await import('./features/bulletins/series-page.tsx')).SeriesPage }),
              },
              {
                path: 'bulletins/series/:id/back-issues',
                lazy: async () => ({
                  Component: (await import('./features/bulletins/back-issues-page.tsx')).BackIssuesPage,
                }),
              },
              {
                path: 'bulletins/search',
                lazy: async () => ({ Component: (await import('./features/bulletins/search-page.tsx')).SearchPage }),
              },
              {
                path: 'bulletins/facts',
                lazy: async () => ({ Component: (await import('./features/bulletins/facts-page.tsx')).FactsPage }),
              },
              {
                path: 'bulletins/:id',
                lazy: async () => ({ Component: (await import('./features/bulletins/issue-page.tsx')).IssuePage }),
              },
              {
                path: 'dispatches',
                lazy: async () => ({
                  Component: (await import('./features/dispatches/dispatches-page.tsx')).DispatchesPage,
                }),
              },
              {
                path: 'dispatches/new',
                lazy: async () => ({ Component: (await import('./features/dispatches/send-page.tsx')).SendPage }),
              },
              {
                path: 'dispatches/calls',
                lazy: async () => ({ Component: (await import('./features/dispatches/calls-page.tsx')).CallsPage }),
              },
              {
                path: 'dispatches/taken',
                lazy: async () => ({ Component: (await import('./features/dispatches/taken-page.tsx')).TakenPage }),
              },
              {
                path: 'dispatches/:id',
                lazy: async () => ({
                  Component: (await import('./features/dispatches/dispatch-page.tsx')).DispatchPage,
                }),
              },
              {
                path: 'study',
                lazy: async () => ({ Component: (await import('./features/study/sessions-page.tsx')).SessionsPage }),
              },
              {
                path: 'study/:id',
                lazy: async () => ({ Component: (await import('./features/study/session-page.tsx')).SessionPage }),
              },
              {
                path: 'organisations',
                lazy: async () => ({
                  Component: (await import('./features/organisations/organisations-page.tsx')).OrganisationsPage,
                }),
              },
              {
                path: 'persons',
                lazy: async () => ({ Component: (await import('./features/accounts/persons-page.tsx')).PersonsPage }),
              },
              {
                path: 'audit',
                lazy: async () => ({ Component: (await import('./features/audit/audit-page.tsx')).AuditPage }),
              },
              {
                path: 'tokens',
                lazy: async () => ({ Component: (await import('./features/accounts/tokens-page.tsx')).TokensPage }),
              },
              { path: 'password', Component: PasswordPage },
              { path: '*', Component: LostPage },
            ],
          },
        ],
      },
    ],
  },
]);
