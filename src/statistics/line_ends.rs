//! The bytes of a source as the reader of the format is to see them.

use std::io::{self, ErrorKind, Read};

/// A source whose line ends are all LF, and whose first bytes come together.
///
/// The reader of the format takes CR for the end of a row and counts the LF behind it as a line of the next one, and
/// knows a byte-order mark only in one piece.
#[derive(Debug)]
pub(super) struct LineEnds<R> {
    source: R,
    has_begun: bool,
    /// Whether the last byte was a CR, behind which an LF is no line end of its own.
    was_return: bool,
    has_ended: bool,
}

impl<R: Read> LineEnds<R> {
    pub(super) const fn new(source: R) -> Self {
        Self { source, has_begun: false, was_return: false, has_ended: false }
    }

    /// Whether there was nothing more to read.
    pub(super) const fn has_ended(&self) -> bool {
        self.has_ended
    }

    fn read_some(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.source.read(buffer) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                done => return done,
            }
        }
    }

    /// Reads more than a byte-order mark, where there is more: of a mark alone the reader of the format would think that
    /// the source has ended.
    fn read_first(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        const LEAST: usize = 4;
        let mut len = 0;
        while len < LEAST.min(buffer.len()) {
            match self.read_some(&mut buffer[len..])? {
                0 => break,
                more => len += more,
            }
        }
        self.has_begun = true;
        Ok(len)
    }

    /// Writes every line end as LF, and says how many bytes are left.
    fn translate(&mut self, bytes: &mut [u8]) -> usize {
        if !self.was_return && !bytes.contains(&b'\r') {
            return bytes.len();
        }
        let mut len = 0;
        for index in 0..bytes.len() {
            let byte = bytes[index];
            if byte == b'\n' && self.was_return {
                self.was_return = false;
                continue;
            }
            self.was_return = byte == b'\r';
            bytes[len] = if self.was_return { b'\n' } else { byte };
            len += 1;
        }
        len
    }
}

impl<R: Read> Read for LineEnds<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = if self.has_begun { self.read_some(buffer)? } else { self.read_first(buffer)? };
            if read == 0 {
                self.has_ended = true;
                return Ok(0);
            }
            match self.translate(&mut buffer[..read]) {
                // An LF alone, behind the CR of the bytes before.
                0 => {}
                len => return Ok(len),
            }
        }
    }
}
