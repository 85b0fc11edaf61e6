/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods-record.h"

#include <glib/gi18n-lib.h>

#include "fold.h"

/* What is being said of one organisation: `ours` where all that is known of it came from the register. */
typedef struct
{
  AccordRecord *record;
  const AccordOdsEntry *entry;
  gboolean ours;
  GPtrArray *kept;
  gboolean changed;
} Filling;

static gboolean
is_same_name (const char *one, const char *other)
{
  g_autofree char *a = one != NULL ? accord_text_fold (one) : NULL;
  g_autofree char *b = other != NULL ? accord_text_fold (other) : NULL;

  return g_strcmp0 (a, b) == 0;
}

/* What somebody else said of it stays; that the register says otherwise is told. */
static void
say (Filling *self, const char *field, const char *text)
{
  const char *before = accord_record_get_text (self->record, field);

  if (text == NULL || g_strcmp0 (before, text) == 0)
    return;
  if (before != NULL && !self->ours)
    {
      const AccordField *described = accord_kind_get_field (accord_record_get_kind (self->record), field);

      /* Translators: an organisation, a field's label, what the register says, what the workspace says. */
      g_ptr_array_add (self->kept,
                       g_strdup_printf (_ ("%s, %s: the register says “%s”; “%s” was left as it is."),
                                        accord_record_get_text (self->record, "name"), _ (described->label),
                                        text, before));
      return;
    }
  accord_record_set_text (self->record, field, text);
  self->changed = TRUE;
}

/* A name is the register's own only as long as nobody gave a better one; the letters as the register has them
 * are the passage. */
static void
say_name (Filling *self)
{
  const char *before = accord_record_get_text (self->record, "name");
  const char *stated = accord_record_get_text (self->record, "passage");

  if (before == NULL || (self->ours && is_same_name (before, stated)))
    {
      if (before == NULL || !is_same_name (before, self->entry->name))
        {
          accord_record_set_text (self->record, "name", self->entry->name);
          self->changed = TRUE;
        }
    }
  else if (!is_same_name (before, self->entry->name))
    g_ptr_array_add (self->kept,
                     g_strdup_printf (_ ("%s: the register calls it “%s”; the name was left as it is."),
                                      before, self->entry->stated_name));
  if (self->ours && g_strcmp0 (stated, self->entry->stated_name) != 0)
    {
      accord_record_set_text (self->record, "passage", self->entry->stated_name);
      self->changed = TRUE;
    }
}

/* What was not known is found out; a type that somebody chose stays. */
static void
say_type (Filling *self)
{
  const char *before = accord_record_get_text (self->record, "type");

  if (self->entry->role == NULL || g_strcmp0 (before, self->entry->type) == 0)
    return;
  if (before != NULL && !g_str_equal (before, "other") && !self->ours)
    return;
  accord_record_set_text (self->record, "type", self->entry->type);
  self->changed = TRUE;
}

/* An organisation that has ended, that has not after all, or that has ended nobody says when. */
static void
say_closed (Filling *self)
{
  const char *before = accord_record_get_text (self->record, "closed");

  say (self, "closed", self->entry->closed);
  if (self->entry->closed != NULL || self->entry->brief)
    return;
  if (before != NULL && self->ours && !self->entry->closed_now)
    {
      accord_record_set_text (self->record, "closed", NULL);
      self->changed = TRUE;
    }
  else if (before == NULL && self->entry->closed_now)
    g_ptr_array_add (self->kept,
                     g_strdup_printf (_ ("%s: the register says that it has ended, and not when."),
                                      accord_record_get_text (self->record, "name")));
}

/**
 * accord_ods_record_fill:
 * @record: an organisation, new or not
 * @entry: what the register says of it
 * @ours: whether the record rests on the register alone
 * @kept: (element-type utf8): a sentence is added for each thing that was left as it is
 *
 * Says of an organisation what the register says. A closure is always noted: that is what the register is
 * for.
 *
 * Returns: whether anything changed
 */
gboolean
accord_ods_record_fill (AccordRecord *record, const AccordOdsEntry *entry, gboolean ours, GPtrArray *kept)
{
  Filling self = { record, entry, ours, kept, FALSE };

  say_name (&self);
  say_type (&self);
  say (&self, "ods-code", entry->code);
  say (&self, "ods-role", entry->role);
  say (&self, "opened", entry->opened);
  say_closed (&self);
  say (&self, "address", entry->address);
  say (&self, "website", entry->website);
  if (entry->changed != NULL
      && g_strcmp0 (accord_record_get_text (record, "ods-changed"), entry->changed) != 0)
    {
      accord_record_set_text (record, "ods-changed", entry->changed);
      self.changed = TRUE;
    }
  return self.changed;
}
