//! The closed lists of words, taken from the types that are made from them.
//!
//! Knows how to ask a type for the words it accepts, so that no list is written twice.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// The words that a type accepts, in its order.
pub(super) fn of<T: for<'de> Deserialize<'de>>() -> &'static [&'static str] {
    let mut words: &'static [&'static str] = &[];
    let _ = T::deserialize(Asking(&mut words));
    words
}

/// What a word means; `None` if it is not in the list.
pub(super) fn meaning<T: for<'de> Deserialize<'de>>(word: &str) -> Option<T> {
    let word: StrDeserializer<'_, Error> = word.into_deserializer();
    T::deserialize(word).ok()
}

/// Takes down the words that a type expects and hands it nothing.
struct Asking<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Asking<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("nothing to read"))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = variants;
        Err(Error::custom("nothing to read"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct newtype_struct seq tuple tuple_struct map struct identifier
        ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::measure::Measure;
    use crate::model::source::Strength;

    #[test]
    fn the_words_are_those_of_the_type() {
        assert_eq!(of::<Measure>().len(), Measure::ALL.len());
        assert_eq!(of::<Strength>().last(), Some(&"aggregator"));
        assert_eq!(meaning("un_partner"), Some(Strength::UnPartner));
        assert_eq!(meaning::<Strength>("UN"), None);
    }
}
