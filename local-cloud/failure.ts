/**
 * Why the local cloud can't start or open its data: a sentence that says what happened and what to do.
 * The command prints it and exits with code 1; nothing has been written when it is thrown.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}
