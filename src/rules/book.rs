//! How a room states its rules.

/// Constants for rules, each public under its id, and the list of all of them.
macro_rules! rule_book {
    (
        $(#[$list_doc:meta])*
        from $source:expr;
        $($const:ident: $id:literal, $severity:ident, $title:literal, $rationale:literal;)+
    ) => {
        $(
            #[doc = concat!("`", $id, "`: ", $title, ".")]
            pub const $const: $crate::Rule =
                $crate::Rule::new($id, $title, $crate::Severity::$severity, $rationale, $source);
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
