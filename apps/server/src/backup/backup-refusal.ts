/** Why a backup was not made or not restored: one Chinese sentence for the console. */
export class BackupRefusal extends Error {
  override readonly name = 'BackupRefusal';
}
