import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// jsdom has nothing to scroll, and says so each time.
window.scrollTo = () => undefined;

afterEach(cleanup);
