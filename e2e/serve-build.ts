import { removeData, startInstallation } from "./installation";

/** One installation for all stories: the production build, its own database, the articles of content/. */
export default async function serveBuild(): Promise<() => Promise<void>> {
  const installation = await startInstallation();
  process.env.E2E_URL = installation.url;
  process.env.E2E_DATA_DIR = installation.dataDir;
  return async () => {
    await installation.stop();
    await removeData(installation);
  };
}
