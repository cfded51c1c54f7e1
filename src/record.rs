//! How a record of optional particulars is declared.

/// A struct of required and optional particulars without rules of their own, with its builder, its getters
/// and its wire form, which is read from named fields only.
macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident, $expecting:literal;
        $(required days { $($(#[$fixed_doc:meta])* $fixed:ident,)* })?
        required copies { $($(#[$plain_doc:meta])* $plain:ident: $plain_type:ty,)* }
        required { $($(#[$required_doc:meta])* $required:ident: $required_type:ty,)* }
        texts { $($(#[$text_doc:meta])* $text:ident, $with_text:ident;)* }
        days { $($(#[$day_doc:meta])* $day:ident, $with_day:ident;)* }
        copies { $($(#[$copy_doc:meta])* $copy:ident: $copy_type:ty, $with_copy:ident;)* }
        values { $($(#[$value_doc:meta])* $value:ident: $value_type:ty, $with_value:ident;)* }
        lists { $($(#[$list_doc:meta])* $list:ident: $item_type:ty, $with_item:ident;)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, expecting = $expecting)]
        pub struct $name {
            $($(
                #[serde(with = "crate::wire::required_day")]
                $fixed: chrono::NaiveDate,
            )*)?
            $($plain: $plain_type,)*
            $($required: $required_type,)*
            $(
                #[serde(default, skip_serializing_if = "Option::is_none")]
                $text: Option<$crate::OneLine>,
            )*
            $(
                #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::wire::optional_day")]
                $day: Option<chrono::NaiveDate>,
            )*
            $(
                #[serde(default, skip_serializing_if = "Option::is_none")]
                $copy: Option<$copy_type>,
            )*
            $(
                #[serde(default, skip_serializing_if = "Option::is_none")]
                $value: Option<$value_type>,
            )*
            $(
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                $list: Vec<$item_type>,
            )*
        }

        impl $name {
            /// With what every one has; the rest is set with the methods below.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "an empty record is a beginning, not a default")]
            pub fn new($($($fixed: chrono::NaiveDate,)*)? $($plain: $plain_type,)* $($required: $required_type),*) -> Self {
                Self {
                    $($($fixed,)*)?
                    $($plain,)*
                    $($required,)*
                    $($text: None,)*
                    $($day: None,)*
                    $($copy: None,)*
                    $($value: None,)*
                    $($list: Vec::new(),)*
                }
            }

            $($(
                $(#[$fixed_doc])*
                #[must_use]
                pub const fn $fixed(&self) -> chrono::NaiveDate {
                    self.$fixed
                }
            )*)?

            $(
                $(#[$plain_doc])*
                #[must_use]
                pub const fn $plain(&self) -> $plain_type {
                    self.$plain
                }
            )*

            $(
                $(#[$required_doc])*
                #[must_use]
                pub const fn $required(&self) -> &$required_type {
                    &self.$required
                }
            )*

            $(
                $(#[$text_doc])*
                #[doc = concat!("\n\nSets it (`", stringify!($text), "` on the wire); what was set before is replaced.")]
                ///
                /// # Errors
                ///
                /// Refuses a text that says nothing, and control characters in it.
                pub fn $with_text(
                    mut self,
                    $text: impl Into<String>,
                ) -> Result<Self, $crate::OneLineError> {
                    self.$text = Some($crate::OneLine::new($text)?);
                    Ok(self)
                }

                $(#[$text_doc])*
                #[must_use]
                pub fn $text(&self) -> Option<&str> {
                    self.$text.as_ref().map($crate::OneLine::as_str)
                }
            )*

            $(
                $(#[$day_doc])*
                #[doc = concat!("\n\nSets it (`", stringify!($day), "` on the wire); what was set before is replaced.")]
                #[must_use]
                pub const fn $with_day(mut self, $day: chrono::NaiveDate) -> Self {
                    self.$day = Some($day);
                    self
                }

                $(#[$day_doc])*
                #[must_use]
                pub const fn $day(&self) -> Option<chrono::NaiveDate> {
                    self.$day
                }
            )*

            $(
                $(#[$copy_doc])*
                #[doc = concat!("\n\nSets it (`", stringify!($copy), "` on the wire); what was set before is replaced.")]
                #[must_use]
                pub const fn $with_copy(mut self, $copy: $copy_type) -> Self {
                    self.$copy = Some($copy);
                    self
                }

                $(#[$copy_doc])*
                #[must_use]
                pub const fn $copy(&self) -> Option<$copy_type> {
                    self.$copy
                }
            )*

            $(
                $(#[$value_doc])*
                #[doc = concat!("\n\nSets it (`", stringify!($value), "` on the wire); what was set before is replaced.")]
                #[must_use]
                pub fn $with_value(mut self, $value: $value_type) -> Self {
                    self.$value = Some($value);
                    self
                }

                $(#[$value_doc])*
                #[must_use]
                pub const fn $value(&self) -> Option<&$value_type> {
                    self.$value.as_ref()
                }
            )*

            $(
                $(#[$list_doc])*
                #[doc = concat!("\n\nAdds one to those already there (`", stringify!($list), "` on the wire).")]
                #[must_use]
                pub fn $with_item(mut self, item: $item_type) -> Self {
                    self.$list.push(item);
                    self
                }

                $(#[$list_doc])*
                #[must_use]
                pub fn $list(&self) -> &[$item_type] {
                    &self.$list
                }
            )*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // The inherent function that `remote` makes, not this one.
                Self::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize($crate::wire::StructAsMap(deserializer))
            }
        }
    };
}

pub(crate) use record;
