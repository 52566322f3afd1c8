/** Languages that client classes are known for. */
export type Language = 'python' | 'js' | 'dotnet' | 'java' | 'go' | 'curl' | 'other';
