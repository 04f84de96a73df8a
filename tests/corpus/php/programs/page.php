<h1>How to read a fatal error</h1>
<p>If you see <code>PHP Fatal error:  Uncaught Exception: no db in /srv/a.php:3</code>, look at the line after "Stack trace:".</p>
<ul>
<?php foreach (["Exception", "Error", "TypeError"] as $c): ?>
<li><?= $c ?>: <?= (new ReflectionClass($c))->getParentClass() ? "has a parent" : "is a root" ?></li>
<?php endforeach ?>
</ul>
