import { createContext, useContext } from 'react';
import type { OptionsServices, PopupServices, ReadingServices, WelcomeServices } from './services';

export const OptionsContext = createContext<OptionsServices | null>(null);
export const ReadingContext = createContext<ReadingServices | null>(null);
export const PopupContext = createContext<PopupServices | null>(null);
export const WelcomeContext = createContext<WelcomeServices | null>(null);

export function useOptionsServices(): OptionsServices {
  return present(useContext(OptionsContext));
}

export function useReadingServices(): ReadingServices {
  return present(useContext(ReadingContext));
}

export function usePopupServices(): PopupServices {
  return present(useContext(PopupContext));
}

export function useWelcomeServices(): WelcomeServices {
  return present(useContext(WelcomeContext));
}

function present<T>(services: T | null): T {
  if (services === null) throw new Error('A container stands outside of the services it needs');
  return services;
}
