//! What is to be written to one console, and the thread that writes it.
//!
//! Knows one message at most: a console that reads slowly is told where the presentation stands
//! when it reads, and not all that went before. Putting one in never waits.

use std::io::Write;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long one message may take. Who takes nothing for so long is shown out.
const PATIENCE: Duration = Duration::from_secs(5);

/// One message that waits, and whether any more will come.
#[derive(Default)]
struct Waiting {
    message: Option<Arc<[u8]>>,
    closed: bool,
}

/// A place for the newest message.
#[derive(Default)]
pub(super) struct Outbox {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

impl Outbox {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a message in; one that still waits is no longer of interest.
    pub(super) fn put(&self, message: Arc<[u8]>) {
        self.lock().message = Some(message);
        self.changed.notify_all();
    }

    /// Lets the thread that writes end.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    /// Writes what is put in, until it is closed or the other end takes nothing: the work of a
    /// thread, which sleeps while there is nothing.
    pub(super) fn write_to(&self, mut stream: &UnixStream) {
        let _ = stream.set_write_timeout(Some(PATIENCE));
        while let Some(message) = self.next() {
            if stream.write_all(&message).is_err() {
                break;
            }
        }
        let _ = stream.shutdown(Shutdown::Both);
    }

    fn next(&self) -> Option<Arc<[u8]>> {
        let mut waiting = self.lock();
        loop {
            if waiting.closed {
                return None;
            }
            if let Some(message) = waiting.message.take() {
                return Some(message);
            }
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::thread;

    #[test]
    fn a_reader_who_comes_late_gets_the_newest_and_the_writer_ends() {
        let (ours, mut theirs) = UnixStream::pair().unwrap();
        let outbox = Outbox::default();
        for number in 0..10_000 {
            outbox.put(format!("{number}\n").into_bytes().into());
        }
        thread::scope(|scope| {
            scope.spawn(|| outbox.write_to(&ours));
            let mut byte = [0];
            let first = theirs.read_exact(&mut byte);
            // Before anything can fail: the thread would be waited for.
            outbox.close();
            let mut rest = byte.to_vec();
            assert!(first.is_ok() && theirs.read_to_end(&mut rest).is_ok());
            assert_eq!(rest, b"9999\n");
        });
    }

    #[test]
    fn who_is_gone_ends_the_writing() {
        let (ours, theirs) = UnixStream::pair().unwrap();
        drop(theirs);
        let outbox = Outbox::default();
        outbox.put(Arc::from(&b"x"[..]));
        outbox.write_to(&ours);
    }
}
