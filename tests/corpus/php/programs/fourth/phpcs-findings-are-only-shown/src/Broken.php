<?php
function half($x) {
    return $x / ;
}
