<?php
declare(strict_types=1);

final class Loader
{
    public function __construct(private PDO $db)
    {
        $db->exec('CREATE TABLE customer (id INTEGER PRIMARY KEY, mail TEXT UNIQUE)');
    }

    public function load(array $batch): int
    {
        $insert = $this->db->prepare('INSERT INTO customer (mail) VALUES (?)');
        foreach ($batch as $mail) {
            $insert->execute([$mail]); // RAISES
        }
        return count($batch);
    }
}

register_shutdown_function(function (): void {
    for ($n = 1; $n <= 32; $n++) {
        echo "shutdown: temporary table $n dropped\n";
    }
});
$loader = new Loader(new PDO('sqlite::memory:'));
foreach ([['a@example.org', 'b@example.org'], ['c@example.org', 'a@example.org']] as $batch) {
    echo 'loaded ', $loader->load($batch), "\n";
}
