#!/bin/bash
set -e
printf '#!/usr/bin/python9\nprint(1)\n' > /app/convert
chmod +x /app/convert
echo "converting"
/app/convert model.bin # RAISES
