import type { ProxySettings } from '../collector/org/transport/proxy.ts';
import type { World } from './world.ts';

/** The proxies that the environment names; where a variable is there in both cases, the lower one wins, as for curl. */
export const proxiesOf = ({ env }: World): ProxySettings => ({
  httpsProxy: env.https_proxy || env.HTTPS_PROXY,
  httpProxy: env.http_proxy || env.HTTP_PROXY,
  noProxy: env.no_proxy || env.NO_PROXY,
});
