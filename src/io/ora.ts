// ora costs 55 ms to load; only io/progress.ts imports this file, at the moment of waiting.
export { default as createSpinner } from 'ora';
