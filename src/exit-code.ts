/** The one table of exit codes; `docs/exit-codes.md` says the same in words. */
export const EXIT = {
  /** The command did what it was asked to do. */
  done: 0,
  /** It failed: the service, the network or aimi itself. */
  failed: 1,
  /** The command line or the configuration cannot be used as given; nothing was sent. */
  usage: 2,
  /** The named thing does not exist, or is not offered. */
  notFound: 3,
  /** Not signed in, refused, or a role is missing. */
  refused: 4,
  /** The command worked and its verdict is negative. */
  negative: 5,
  /** Quota or capacity. */
  quota: 6,
  /** Accepted by the service and not finished. */
  accepted: 8,
  /** Interrupted from the keyboard. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
