function stop(reason) {
  throw { reason, retry: false }; // RAISES
}
console.log('starting');
stop('licence expired');
