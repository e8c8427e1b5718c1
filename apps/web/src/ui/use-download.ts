import { FAULTS } from '@xiuzhi/contract';
import { App } from 'antd';
import { useState } from 'react';

import { DownloadFault, downloadFile } from './download-file.ts';

/** Downloads (下载) with their refusals told; `saving` while one is on the way. */
export function useDownload(): { saving: boolean; download: (address: string, fallbackName: string) => void } {
  const { message } = App.useApp();
  const [saving, setSaving] = useState(false);
  const fetchIt = async (address: string, fallbackName: string) => {
    setSaving(true);
    try {
      await downloadFile(address, fallbackName);
    } catch (error) {
      void message.error(error instanceof DownloadFault ? error.message : FAULTS.INTERNAL_SERVER_ERROR);
    }
    setSaving(false);
  };
  return { saving, download: (address, fallbackName) => void fetchIt(address, fallbackName) };
}
