/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * accord_mix:
 * @value: a number
 *
 * The finishing step of SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number
 * generators): every bit of what comes out depends on every bit of what went in, and no two numbers give the
 * same.
 *
 * Returns: @value, mixed
 */
static inline guint64
accord_mix (guint64 value)
{
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ (value >> 31);
}

/**
 * accord_mix_pair:
 * @key: a key
 * @index: which of its numbers
 *
 * Returns: the number of @key with that index, as if by chance
 */
static inline guint64
accord_mix_pair (guint64 key, guint64 index)
{
  return accord_mix (accord_mix (key) + (index + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}

G_END_DECLS
