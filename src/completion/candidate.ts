/** A value, and what is said of it where the shell shows that. */
export type Candidate = readonly [value: string, description?: string];
