/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange-error.h"
#include "ods-private.h"

/* Roles of the register that say what an organisation is to Accord; all others are shown by their code. The
 * first that an organisation holds counts. */
static const struct
{
  const char *code;
  const char *words;
  const char *type;
} roles[] = {
  { "RO76", N_ ("GP practice"), "gp-practice" },
  { "RO197", N_ ("NHS trust"), "nhs-trust" },
  { "RO57", N_ ("NHS foundation trust"), "nhs-trust" },
  { "RO107", N_ ("Care trust"), "nhs-trust" },
  { "RO98", N_ ("Clinical commissioning group"), "commissioning-group" },
  { "RO141", N_ ("Local authority"), "council" },
  { "RO272", N_ ("Primary care network"), "other" },
  { "RO261", N_ ("Strategic partnership"), "other" },
  { "RO318", N_ ("Integrated care board"), "other" },
  { "RO177", N_ ("Prescribing cost centre"), "other" },
};

/**
 * accord_ods_entry_set_role:
 * @entry: an entry
 * @code: the code of its role, such as RO197
 * @words: (nullable): what the register calls that role
 *
 * Says what the organisation is.
 */
void
accord_ods_entry_set_role (AccordOdsEntry *entry, const char *code, const char *words)
{
  g_free (entry->role);
  entry->role = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].code, code))
      {
        entry->role = g_strdup (_ (roles[i].words));
        entry->type = roles[i].type;
        return;
      }
  entry->type = "other";
  entry->role = words != NULL ? accord_ods_dup_written_name (words) : g_strdup (code);
}

/**
 * accord_ods_is_code:
 * @text: (nullable): a text
 *
 * Returns: whether it can be an ODS code: three to ten capitals and digits
 */
gboolean
accord_ods_is_code (const char *text)
{
  gsize length = text != NULL ? strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") : 0;

  return length >= 3 && length <= 10 && text[length] == '\0';
}

/**
 * accord_ods_entry_new:
 * @line: where it stands
 * @code: its code
 * @stated_name: its name as the register has it
 *
 * Returns: (transfer full): an entry, with nothing else said
 */
AccordOdsEntry *
accord_ods_entry_new (guint64 line, const char *code, const char *stated_name)
{
  AccordOdsEntry *self = g_new0 (AccordOdsEntry, 1);

  self->line = line;
  self->code = g_strdup (code);
  self->stated_name = g_strdup (stated_name);
  self->name = accord_ods_dup_written_name (stated_name);
  self->type = "other";
  self->successors = g_ptr_array_new_with_free_func (g_free);
  self->predecessors = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * accord_ods_entry_free:
 * @self: (nullable) (transfer full): an entry
 */
void
accord_ods_entry_free (AccordOdsEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->stated_name);
  g_free (self->name);
  g_free (self->role);
  g_free (self->opened);
  g_free (self->closed);
  g_free (self->changed);
  g_free (self->address);
  g_free (self->website);
  g_free (self->commissioner);
  g_ptr_array_unref (self->successors);
  g_ptr_array_unref (self->predecessors);
  g_free (self);
}

/**
 * accord_ods_file_free:
 * @self: (nullable) (transfer full): a file that was read
 */
void
accord_ods_file_free (AccordOdsFile *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->raw);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->rejected);
  g_free (self);
}

static gboolean
begins_as_json (GBytes *raw)
{
  gsize size;
  const char *data = g_bytes_get_data (raw, &size);
  gsize at = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < size && g_ascii_isspace (data[at]))
    at++;
  return at < size && (data[at] == '{' || data[at] == '[');
}

/**
 * accord_ods_read:
 * @raw: the bytes of a file or an answer
 * @name: what it is called, for sentences
 * @cancellable: (nullable): to stop
 * @error: return location for an #AccordExchangeError
 *
 * Reads organisations of the NHS Organisation Data Service: an answer of its ORD service (one organisation or
 * a list), or one of its tables without headings (etr.csv, epraccur.csv). A single bad row is noted, not the
 * end. Safe on any thread.
 *
 * Returns: (transfer full) (nullable): what was read
 */
AccordOdsFile *
accord_ods_read (GBytes *raw, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordOdsFile) self = NULL;

  if (g_bytes_get_size (raw) > ACCORD_ODS_LIMIT)
    {
      g_autofree char *limit = g_format_size_full (ACCORD_ODS_LIMIT, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                   _ ("“%s” is larger than %s, which no file of the ODS register is."), name, limit);
      return NULL;
    }
  self = g_new0 (AccordOdsFile, 1);
  self->raw = g_bytes_ref (raw);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_ods_entry_free);
  self->rejected = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_rejection_free);
  if (begins_as_json (raw) ? !accord_ods_read_json (self, name, error)
                           : !accord_ods_read_csv (self, name, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
