//! How a room states its rules.

/// Constants for rules, and the list of all of them. A rule has the source of the book, or one of its own.
macro_rules! rule_book {
    (
        $(#[$list_doc:meta])*
        from $source:expr;
        $($const:ident: $id:literal, $severity:ident, $title:literal, $rationale:literal $(, from $own:expr)?;)+
    ) => {
        $(
            #[doc = concat!("`", $id, "`: ", $title, ".")]
            pub const $const: $crate::Rule = {
                let source = [$($own,)? $source][0];
                $crate::Rule::new($id, $title, $crate::Severity::$severity, $rationale, source)
            };
        )+

        $(#[$list_doc])*
        ///
        /// | id | severity | holds when it is kept |
        /// | --- | --- | --- |
        $(#[doc = concat!("| `", $id, "` | ", stringify!($severity), " | ", $title, " |")])+
        pub static RULES: &[$crate::Rule] = &[$($const),+];
    };
}

pub(crate) use rule_book;
