<?php
class StorageException extends RuntimeException {}
class JobFailed extends Exception {}

function read_settings(string $text): array {
    return json_decode($text, true, 8, JSON_THROW_ON_ERROR); // ROOT
}

function open_storage(string $text): array {
    try {
        return read_settings($text);
    } catch (JsonException $e) {
        throw new StorageException("storage settings are damaged", 5, $e);
    }
}

function run(): void {
    try {
        open_storage('{"path": "/data",}');
    } catch (StorageException $e) {
        throw new JobFailed("job 'nightly' failed", 1, $e); // RAISES
    }
}

run();
