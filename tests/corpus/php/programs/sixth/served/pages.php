<?php
function price(string $sku): int
{
    return match ($sku) {
        'nut' => 12,
        'bolt' => 15,
    };
}
if ($_SERVER['REQUEST_URI'] === '/health') {
    echo json_encode(['ok' => true, 'error' => null]);
    return;
}
echo price(trim($_SERVER['REQUEST_URI'], '/')), "\n";
