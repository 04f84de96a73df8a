<?php
register_shutdown_function(function () { for ($i = 0; $i < 12; $i++) echo "[shutdown] lease $i released\n"; });
function share(int $total, int $nodes): int { return intdiv($total, $nodes); } // RAISES
echo "share ", share(128, 4), "\n";
echo "share ", share(128, 0), "\n";
