<?php
foreach (['Illuminate/Database', 'Illuminate/Container'] as $part) {
    require_once "/usr/share/php/$part/autoload.php";
}
use Illuminate\Database\Capsule\Manager;
use Illuminate\Database\QueryException;

$capsule = new Manager();
$capsule->addConnection(['driver' => 'sqlite', 'database' => '/app/stock.db', 'options' => [PDO::ATTR_TIMEOUT => 0]]);
touch('/app/stock.db');
$base = $capsule->getConnection();
$base->statement('create table stock(id integer primary key, n integer check(n >= 0))');
$base->table('stock')->insert([['id' => 1, 'n' => 5], ['id' => 2, 'n' => 0]]);
$other = new PDO('sqlite:/app/stock.db');
$other->exec('begin exclusive');
foreach ([1 => [1, 2, 3], 2 => [2, 1, 9]] as $id => [$from, $to, $n]) {
    for ($attempt = 1; $attempt <= 3; $attempt++) {
        try {
            $base->transaction(function ($base) use ($from, $to, $n) {
                $base->table('stock')->where('id', $from)->decrement('n', $n);
                $base->table('stock')->where('id', $to)->increment('n', $n);
            });
            echo "move $id: done at attempt $attempt\n";
            continue 2;
        } catch (QueryException $error) {
            fprintf(STDERR, "move %d, attempt %d: %s: %s\n%s\n", $id, $attempt, $error::class, $error->getMessage(), implode("\n", array_slice(explode("\n", $error->getTraceAsString()), 0, 3)));
            $attempt === 1 && $other && $other->exec('rollback');
            $other = null;
        }
    }
    echo "move $id: refused, noted for the stock keeper\n";
}
echo 'stock: ', json_encode($base->table('stock')->pluck('n', 'id')), "\n";
