/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "uid-set.h"

#include <string.h>

typedef struct
{
  const char *uid;
  guint64 hash;
} Place;

struct _AccordUidSet
{
  gsize mask;
  Place places[];
};

#define ODD_ONE G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define ODD_OTHER G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)

static guint64
stir (guint64 hash, guint64 word, guint64 odd)
{
  hash = (hash ^ word) * odd;
  return hash ^ hash >> 29;
}

/* Sixteen bytes at a time, in two halves that do not wait for each other; nobody sees the hash, so that the
 * order of bytes does not matter. */
static guint64
hash_of (const char *uid)
{
  const gsize length = strlen (uid);
  guint64 one = length, other = 0, words[2];
  gsize at = 0;

  for (; at + sizeof words <= length; at += sizeof words)
    {
      memcpy (words, uid + at, sizeof words);
      one = stir (one, words[0], ODD_ONE);
      other = stir (other, words[1], ODD_OTHER);
    }
  words[0] = words[1] = 0;
  memcpy (words, uid + at, length - at);
  one = stir (one, words[0], ODD_ONE);
  other = stir (other, words[1], ODD_OTHER);
  return stir (one, other, ODD_ONE);
}

/**
 * accord_uid_set_new:
 * @most: how many names there will be at most
 *
 * Returns: (transfer full): an empty set
 */
AccordUidSet *
accord_uid_set_new (gsize most)
{
  AccordUidSet *self;
  gsize n = 8;

  while (n < most * 2)
    n *= 2;
  self = g_malloc0 (sizeof *self + n * sizeof (Place));
  self->mask = n - 1;
  return self;
}

void
accord_uid_set_free (AccordUidSet *self)
{
  g_free (self);
}

/**
 * accord_uid_set_add:
 * @self: a set
 * @uid: a name, which must outlive the set
 *
 * Returns: whether it was not there before
 */
gboolean
accord_uid_set_add (AccordUidSet *self, const char *uid)
{
  const guint64 hash = hash_of (uid);
  gsize at = hash & self->mask;

  for (; self->places[at].uid != NULL; at = (at + 1) & self->mask)
    if (self->places[at].hash == hash && strcmp (self->places[at].uid, uid) == 0)
      return FALSE;
  self->places[at] = (Place){ uid, hash };
  return TRUE;
}
