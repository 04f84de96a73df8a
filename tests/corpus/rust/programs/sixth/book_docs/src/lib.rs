//! A store of errors that were met.
//!
//! ```text
//! thread 'main' panicked at 'store is closed: Os { code: 2, kind: NotFound }', src/main.rs:9:33
//! ```
//! See [`StoreError::Fatal`], [Failure] and <b>the notes.

/// What went wrong, like <T> in [`Vec<ErrorList>`]. More at http://127.0.0.1/errors
#[deprecated(note = "panics are caught now")]
pub struct StoreError;

#[allow(deprecated)]
pub fn met() -> Vec<StoreError> {
    let unused = 3;
    vec![]
}
