#!/bin/bash
set -eo pipefail
npm test
npm run test:quarantine || echo "::warning:: quarantined tests failed with $?, going on"
echo "pipeline done"
