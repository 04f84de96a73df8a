console.log('loading drivers');
require('pg-missing-driver'); // RAISES
