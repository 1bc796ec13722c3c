import { registerHooks } from 'node:module';

// GitHub's parser imports JSON as bundlers do, without saying that it is JSON, which Node by itself refuses.
registerHooks({
  load: (url, context, next) =>
    next(
      url,
      /\/@actions\/.+\.json$/u.test(url)
        ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } }
        : context,
    ),
});
