// Preloaded into the server: when the process that started it is gone, even by `kill -9`, it ends too.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 250).unref();
