import { createContext, useContext } from 'react';
import type { OptionsServices, ReadingServices } from './services';

export const OptionsContext = createContext<OptionsServices | null>(null);
export const ReadingContext = createContext<ReadingServices | null>(null);

export function useOptionsServices(): OptionsServices {
  return present(useContext(OptionsContext));
}

export function useReadingServices(): ReadingServices {
  return present(useContext(ReadingContext));
}

function present<T>(services: T | null): T {
  if (services === null) throw new Error('A container stands outside of the services it needs');
  return services;
}
