<?php
// Adds an invoice and counts the open ones with the query builder of Laravel.
require 'Illuminate/Database/autoload.php';
use Illuminate\Database\Capsule\Manager as Capsule;

$capsule = new Capsule();
$capsule->addConnection(['driver' => 'sqlite', 'database' => ':memory:']);
$capsule->setAsGlobal();
Capsule::schema()->create('invoices', function ($table) {
    $table->increments('id');
    $table->integer('cents');
    $table->boolean('paid')->default(false);
});
Capsule::table('invoices')->insert([['cents' => 1200], ['cents' => 99]]);
echo 'invoices: ', Capsule::table('invoices')->count(), "\n";
Capsule::table('invoices')->insert(['cents' => 450, 'is_paid' => true]); // RAISES
echo 'open: ', Capsule::table('invoices')->where('paid', false)->sum('cents'), "\n";
