import { createContext, useContext } from 'react';
import type { PanelServices } from './panel/panel-services';
import type { OptionsServices, PopupServices, WelcomeServices } from './services';

export const OptionsContext = createContext<OptionsServices | null>(null);
export const PanelContext = createContext<PanelServices | null>(null);
export const PopupContext = createContext<PopupServices | null>(null);
export const WelcomeContext = createContext<WelcomeServices | null>(null);

export function useOptionsServices(): OptionsServices {
  return present(useContext(OptionsContext));
}

export function usePanelServices(): PanelServices {
  return present(useContext(PanelContext));
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
