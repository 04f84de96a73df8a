<?php
function main(): void {
    fwrite(STDERR, "worker up\n");
    $images = ["a.png"];
    foreach ($images as $i) {
        imagecreatefromnowhere($i); // RAISES
    }
}
main();
