//! Nearly always one, sometimes several, seldom none: the figures of an action, the sources of a
//! figure.
//!
//! Knows how little room that can take where there are millions of them.

use std::ops::{Deref, DerefMut};

/// A list that is nearly always of one, which is kept without a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Few<T> {
    /// A single one.
    One(T),
    /// Several, or none; boxed twice so as not to need more room than one.
    List(Box<Box<[T]>>),
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::List(list) => list,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::One(one) => std::slice::from_mut(one),
            Self::List(list) => list,
        }
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        let mut all = all.into_iter();
        match (all.next(), all.next()) {
            (Some(one), None) => Self::One(one),
            (first, second) => {
                let list = first.into_iter().chain(second).chain(all);
                Self::List(Box::new(list.collect()))
            }
        }
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Few<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn however_many_there_are_they_stay_in_order() {
        for count in 0..4 {
            let mut few: Few<usize> = (0..count).collect();
            few.iter_mut().for_each(|one| *one += 1);
            assert_eq!(few.to_vec(), (1..=count).collect::<Vec<_>>());
            assert_eq!(matches!(few, Few::One(_)), count == 1);
        }
    }
}
