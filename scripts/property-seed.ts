import fc from "fast-check";

// The gate tries the same cases on every machine; `npm run test:all` tries others each time and names their seed.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
