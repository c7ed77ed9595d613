import {config} from 'zod/mini';

// zod otherwise probes `new Function('')` at the first object schema, which is a violation on every page
// with a content security policy or Trusted Types (zod #4461, #5414). Import this before any schema.
config({jitless: true});
