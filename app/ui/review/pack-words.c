/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/pack-words.h"

#include "date.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How a pack begins: the header of a zip's first file, that file's name and what it holds. */
#define ZIP "PK\003\004"
#define NAME_AT 30
#define NAME "mimetypeapplication/x-accord-pack"
#define SEALED "age-encryption.org/v1\n"

/**
 * accord_pack_dup_line:
 * @manifest: what a pack says of itself
 *
 * Returns: (transfer full): what the pack is, in one line
 */
char *
accord_pack_dup_line (const AccordPackManifest *manifest)
{
  const char *version = manifest->version_name != NULL ? manifest->version_name : _ ("version not named");

  if (manifest->kind == ACCORD_PACK_RESPONSE)
    /* Translators: %s is “Outline Business Case, version 2”. */
    return g_strdup_printf (_ ("An answer to %s"), version);
  /* Translators: %s is “Outline Business Case, version 2”. */
  return g_strdup_printf (_ ("%s, sent to be reviewed"), version);
}

/**
 * accord_pack_dup_due:
 * @due: (nullable): the day an answer is wanted by
 * @today: today as an ISO date
 *
 * Returns: (transfer full): the day, and how far it is
 */
char *
accord_pack_dup_due (const char *due, const char *today)
{
  g_autofree char *day = due != NULL ? accord_date_format (due) : NULL;
  int days;

  if (day == NULL)
    return g_strdup (_ ("No day is set for the answer."));
  days = accord_date_days_until (due, today);
  if (days < 0)
    return g_strdup_printf (ngettext ("The answer was due on %s, %d day ago. It can still be given.",
                                      "The answer was due on %s, %d days ago. It can still be given.", -days),
                            day, -days);
  if (days == 0)
    return g_strdup_printf (_ ("The answer is due today, %s."), day);
  return g_strdup_printf (
      ngettext ("The answer is due on %s, in %d day.", "The answer is due on %s, in %d days.", days), day,
      days);
}

/**
 * accord_pack_dup_moment:
 * @iso: a moment, ISO 8601 in UTC
 *
 * Returns: (transfer full): the same for people, in the time of this place; @iso itself where it is none
 */
char *
accord_pack_dup_moment (const char *iso)
{
  g_autoptr (GDateTime) utc = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a day and a time, in the form of g_date_time_format(). */
  return local != NULL ? g_date_time_format (local, _ ("%-d %b %Y, %H:%M")) : g_strdup (iso);
}

/**
 * accord_pack_dup_total:
 * @manifest: what a pack says of itself
 * @n_documents: (out): how many documents are in it
 *
 * Returns: (transfer full): how large they are together
 */
char *
accord_pack_dup_total (const AccordPackManifest *manifest, guint *n_documents)
{
  gint64 total = 0;

  *n_documents = 0;
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const AccordPackPart *part = manifest->parts->pdata[i];

      if (part->document == NULL)
        continue;
      *n_documents += 1;
      total += part->size;
    }
  return g_format_size ((guint64) total);
}

/**
 * accord_pack_trust_status:
 * @trust: what is known of a key
 * @words: (out): the same in a word or three
 *
 * Returns: (transfer none): how that is shown
 */
const AccordStatus *
accord_pack_trust_status (AccordTrust trust, const char **words)
{
  static const AccordStatus trusted = { "accord-status-accepted-symbolic", "accepted" };
  static const AccordStatus new = { "accord-status-unknown-symbolic", "open" };
  static const AccordStatus changed = { "accord-status-overdue-symbolic", "overdue" };

  switch (trust)
    {
    case ACCORD_TRUST_OWN:
      *words = _ ("Your own key");
      return &trusted;
    case ACCORD_TRUST_TRUSTED:
      *words = _ ("Trusted key");
      return &trusted;
    case ACCORD_TRUST_CHANGED:
      *words = _ ("Changed key");
      return &changed;
    default:
      *words = _ ("Key not known here");
      return &new;
    }
}

/**
 * accord_pack_dup_compare:
 * @trust: what is known of a key
 * @name: whose it is said to be
 *
 * Returns: (transfer full) (nullable): what there is to say above the words of the key, which it does not
 * repeat; %NULL for a key whose words need not be compared
 */
char *
accord_pack_dup_compare (AccordTrust trust, const char *name)
{
  if (trust == ACCORD_TRUST_NEW)
    return g_strdup_printf (
        _ ("Nobody here has said yet that this key is that of %s. Ask them, by telephone or "
           "in person, to read out the words of their key."),
        name);
  if (trust == ACCORD_TRUST_CHANGED)
    return g_strdup_printf (_ ("This is not the key that is trusted for %s."), name);
  return NULL;
}

/**
 * accord_pack_is_name:
 * @name: (nullable): a file's name
 *
 * Returns: whether it is that of a pack
 */
gboolean
accord_pack_is_name (const char *name)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".accordpack");
}

/**
 * accord_pack_is_file:
 * @path: (nullable) (type filename): a file
 *
 * Returns: whether it is a pack by its name or by how it begins, as a desktop tells the two; what cannot be
 * read is told by its name
 */
gboolean
accord_pack_is_file (const char *path)
{
  char begin[NAME_AT + sizeof NAME - 1] = "";
  struct stat told;
  gssize n = 0;
  int fd;

  if (path == NULL || accord_pack_is_name (path))
    return path != NULL;
  /* A pipe would have to be waited for. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return FALSE;
  if (fstat (fd, &told) == 0 && S_ISREG (told.st_mode))
    n = read (fd, begin, sizeof begin);
  close (fd);
  return (n == (gssize) sizeof begin && memcmp (begin, ZIP, strlen (ZIP)) == 0
          && memcmp (begin + NAME_AT, NAME, strlen (NAME)) == 0)
         || (n >= (gssize) strlen (SEALED) && memcmp (begin, SEALED, strlen (SEALED)) == 0);
}
