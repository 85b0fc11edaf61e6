/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "age-armor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base64.h"
#include "seal-error.h"

#define MAX_BLANKS 1024
#define MAX_LINE (MAX_BLANKS + 2)

typedef enum
{
  BEFORE,
  WITHIN,
  LAST_LINE_READ,
  AFTER,
} Place;

struct _AccordAgeArmor
{
  GInputStream parent_instance;
  GBufferedInputStream *base;
  Place place;
  guint n_blanks;
  GString *line;
  guint8 bytes[ACCORD_AGE_ARMOR_BYTES];
  gsize n_bytes;
  gsize at;
};

G_DEFINE_TYPE (AccordAgeArmor, accord_age_armor, G_TYPE_INPUT_STREAM)

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
                       _ ("The lines of letters that the sealed file is written in were changed or cut "
                          "short."));
  return FALSE;
}

/* The next line without its end; @ended where the file ends with it. */
static gboolean
read_line (AccordAgeArmor *self, gboolean *ended, GCancellable *cancellable, GError **error)
{
  g_string_truncate (self->line, 0);
  for (;;)
    {
      g_autoptr (GError) local = NULL;
      int byte = g_buffered_input_stream_read_byte (self->base, cancellable, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      *ended = byte < 0;
      if (byte < 0 || byte == '\n')
        break;
      if (self->line->len >= MAX_LINE)
        return refuse (error);
      g_string_append_c (self->line, byte);
    }
  if (self->line->len > 0 && self->line->str[self->line->len - 1] == '\r')
    g_string_truncate (self->line, self->line->len - 1);
  return TRUE;
}

static gboolean
is_blank (const GString *line)
{
  for (gsize i = 0; i < line->len; i++)
    if (!g_ascii_isspace (line->str[i]))
      return FALSE;
  return TRUE;
}

static gboolean
take_begin (AccordAgeArmor *self, gboolean ended, GError **error)
{
  if (is_blank (self->line))
    {
      self->n_blanks += self->line->len + 1;
      return !ended && self->n_blanks <= MAX_BLANKS ? TRUE : refuse (error);
    }
  self->place = WITHIN;
  self->n_blanks = 0;
  return (strlen (self->line->str) == self->line->len
          && g_str_equal (self->line->str, ACCORD_AGE_ARMOR_BEGIN))
             ? TRUE
             : refuse (error);
}

static gboolean
is_end (const GString *line)
{
  return line->len == strlen (ACCORD_AGE_ARMOR_END)
         && memcmp (line->str, ACCORD_AGE_ARMOR_END, line->len) == 0;
}

static gboolean
take_bytes (AccordAgeArmor *self, GError **error)
{
  if (is_end (self->line))
    {
      self->place = AFTER;
      return TRUE;
    }
  if (self->place == LAST_LINE_READ || self->line->len == 0 || self->line->len > ACCORD_AGE_ARMOR_COLUMNS
      || !accord_base64_read (self->line->str, self->line->len, ACCORD_BASE64_FILLED, self->bytes,
                              sizeof self->bytes, &self->n_bytes))
    return refuse (error);
  self->at = 0;
  if (self->n_bytes < ACCORD_AGE_ARMOR_BYTES)
    self->place = LAST_LINE_READ;
  return TRUE;
}

/* What follows the armour is blank, and there is not much of it. */
static gboolean
take_blank (AccordAgeArmor *self, GError **error)
{
  self->n_blanks += self->line->len + 1;
  return is_blank (self->line) && self->n_blanks <= MAX_BLANKS ? TRUE : refuse (error);
}

static gboolean
take_line (AccordAgeArmor *self, gboolean *ended, GCancellable *cancellable, GError **error)
{
  if (!read_line (self, ended, cancellable, error))
    return FALSE;
  if (*ended && self->line->len == 0 && self->place != AFTER)
    return refuse (error);
  switch (self->place)
    {
    case BEFORE:
      return take_begin (self, *ended, error);
    case WITHIN:
    case LAST_LINE_READ:
      return take_bytes (self, error);
    case AFTER:
    default:
      return take_blank (self, error);
    }
}

static gssize
accord_age_armor_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
                       GError **error)
{
  AccordAgeArmor *self = ACCORD_AGE_ARMOR (stream);
  guint8 *out = buffer;
  gsize n = 0;
  gboolean ended = FALSE;

  while (n < count && !(ended && self->place == AFTER))
    {
      gsize piece = MIN (count - n, self->n_bytes - self->at);

      memcpy (out + n, self->bytes + self->at, piece);
      self->at += piece;
      n += piece;
      if (n < count && !take_line (self, &ended, cancellable, error))
        return -1;
    }
  return n;
}

static gboolean
accord_age_armor_close (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  return g_input_stream_close (G_INPUT_STREAM (ACCORD_AGE_ARMOR (stream)->base), cancellable, error);
}

static void
accord_age_armor_finalize (GObject *object)
{
  AccordAgeArmor *self = ACCORD_AGE_ARMOR (object);

  g_object_unref (self->base);
  g_string_free (self->line, TRUE);
  G_OBJECT_CLASS (accord_age_armor_parent_class)->finalize (object);
}

static void
accord_age_armor_class_init (AccordAgeArmorClass *class)
{
  G_OBJECT_CLASS (class)->finalize = accord_age_armor_finalize;
  G_INPUT_STREAM_CLASS (class)->read_fn = accord_age_armor_read;
  G_INPUT_STREAM_CLASS (class)->close_fn = accord_age_armor_close;
}

static void
accord_age_armor_init (AccordAgeArmor *self)
{
  self->line = g_string_new (NULL);
}

/**
 * accord_age_armor_new:
 * @base: a file in ASCII armour
 *
 * Returns: (transfer full): a stream of what it holds; errors are in %ACCORD_SEAL_ERROR
 */
GInputStream *
accord_age_armor_new (GBufferedInputStream *base)
{
  AccordAgeArmor *self = g_object_new (ACCORD_TYPE_AGE_ARMOR, NULL);

  self->base = g_object_ref (base);
  return G_INPUT_STREAM (self);
}
