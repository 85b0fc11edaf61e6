/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-record.h"

#include <string.h>

/* FNV-1a, 64 bits: spreads well enough to tell the rows of one file apart. */
#define HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define HASH_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static guint64
hash_bytes (guint64 hash, const void *data, gsize len)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < len; i++)
    hash = (hash ^ bytes[i]) * HASH_PRIME;
  /* A separator, so that no two sequences of texts run into the same bytes. */
  return (hash ^ 0xff) * HASH_PRIME;
}

static AccordSlice
row_text (const AccordSpendRow *row, const AccordPaymentDefaults *defaults, AccordSpendColumn column)
{
  if (column == ACCORD_SPEND_PAYING_BODY && row->texts[column].len == 0 && defaults->paying_body != NULL)
    return (AccordSlice){ defaults->paying_body, strlen (defaults->paying_body) };
  return row->texts[column];
}

static AccordSlice
record_text (const AccordPaymentFields *self, AccordRecord *record, AccordSpendColumn column)
{
  const char *text = accord_record_peek_text (record, self->texts[column]);

  return (AccordSlice){ text, text != NULL ? strlen (text) : 0 };
}

static gboolean
is_text (AccordSpendColumn column)
{
  return column != ACCORD_SPEND_DATE && column != ACCORD_SPEND_AMOUNT;
}

/**
 * accord_payment_fields_init:
 * @self: the fields
 * @kind: the kind of payments
 *
 * Looks the fields up.
 */
void
accord_payment_fields_init (AccordPaymentFields *self, const AccordKind *kind)
{
  self->kind = kind;
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    self->texts[i] = accord_kind_find_field (kind, accord_spend_column_get_name (i));
  self->redacted = accord_kind_find_field (kind, "redacted");
  self->line = accord_kind_find_field (kind, "line");
  self->fund = accord_kind_find_field (kind, "fund");
  self->source = accord_kind_find_field (kind, "source");
}

/**
 * accord_payment_fields_fill:
 * @self: the fields
 * @row: a row of a spend file
 * @defaults: what all rows have in common
 * @record: an empty payment
 *
 * Makes @record the payment that @row is.
 */
void
accord_payment_fields_fill (const AccordPaymentFields *self, const AccordSpendRow *row,
                            const AccordPaymentDefaults *defaults, AccordRecord *record)
{
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    {
      AccordSlice text = is_text (i) ? row_text (row, defaults, i) : (AccordSlice){ NULL, 0 };

      if (text.len > 0)
        accord_record_put_text (record, self->texts[i], text.text, text.len);
    }
  accord_record_put_text (record, self->texts[ACCORD_SPEND_DATE], row->date, ACCORD_DATE_ISO_SIZE - 1);
  accord_record_put_int (record, self->texts[ACCORD_SPEND_AMOUNT], row->pence);
  accord_record_put_int (record, self->redacted, row->redacted);
  accord_record_put_int (record, self->line, (gint64) row->line);
  accord_record_put_int (record, self->source, defaults->source);
  if (defaults->fund != ACCORD_UNKNOWN)
    accord_record_put_int (record, self->fund, defaults->fund);
}

static gboolean
put_text_if_other (AccordRecord *record, guint field, AccordSlice text)
{
  const char *present = accord_record_peek_text (record, field);
  gsize len = present != NULL ? strlen (present) : 0;

  if (len == text.len && (len == 0 || memcmp (present, text.text, len) == 0))
    return FALSE;
  accord_record_put_text (record, field, text.len > 0 ? text.text : NULL, text.len);
  return TRUE;
}

static gboolean
put_int_if_other (AccordRecord *record, guint field, gint64 value)
{
  if (accord_record_peek_int (record, field) == value)
    return FALSE;
  accord_record_put_int (record, field, value);
  return TRUE;
}

/**
 * accord_payment_fields_overwrite:
 * @self: the fields
 * @row: a row of a spend file
 * @defaults: what all rows have in common
 * @record: the payment that came of an earlier edition of @row
 *
 * Sets what the file says anew. What a person added to the payment (allocation, payee in the register,
 * category, and the fund unless one is given) stays.
 *
 * Returns: whether anything but the line and the source differs
 */
gboolean
accord_payment_fields_overwrite (const AccordPaymentFields *self, const AccordSpendRow *row,
                                 const AccordPaymentDefaults *defaults, AccordRecord *record)
{
  AccordSlice date = { row->date, ACCORD_DATE_ISO_SIZE - 1 };
  gboolean changed = FALSE;

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (is_text (i))
      changed |= put_text_if_other (record, self->texts[i], row_text (row, defaults, i));
  changed |= put_text_if_other (record, self->texts[ACCORD_SPEND_DATE], date);
  changed |= put_int_if_other (record, self->texts[ACCORD_SPEND_AMOUNT], row->pence);
  changed |= put_int_if_other (record, self->redacted, row->redacted);
  if (defaults->fund != ACCORD_UNKNOWN)
    changed |= put_int_if_other (record, self->fund, defaults->fund);
  put_int_if_other (record, self->line, (gint64) row->line);
  put_int_if_other (record, self->source, defaults->source);
  return changed;
}

/**
 * accord_payment_row_content:
 * @row: a row of a spend file
 * @defaults: what all rows have in common
 *
 * Returns: a hash over all that the row says
 */
guint64
accord_payment_row_content (const AccordSpendRow *row, const AccordPaymentDefaults *defaults)
{
  guint64 hash = HASH_START;

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (is_text (i))
      {
        AccordSlice text = row_text (row, defaults, i);

        hash = hash_bytes (hash, text.text, text.len);
      }
  hash = hash_bytes (hash, row->date, ACCORD_DATE_ISO_SIZE - 1);
  return hash_bytes (hash, &row->pence, sizeof row->pence);
}

/**
 * accord_payment_record_content:
 * @self: the fields
 * @record: a payment
 *
 * Returns: the same hash for a payment as accord_payment_row_content() has for its row
 */
guint64
accord_payment_record_content (const AccordPaymentFields *self, AccordRecord *record)
{
  AccordSlice date = record_text (self, record, ACCORD_SPEND_DATE);
  gint64 pence = accord_record_peek_int (record, self->texts[ACCORD_SPEND_AMOUNT]);
  guint64 hash = HASH_START;

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (is_text (i))
      {
        AccordSlice text = record_text (self, record, i);

        hash = hash_bytes (hash, text.text, text.len);
      }
  hash = hash_bytes (hash, date.text, date.len);
  return hash_bytes (hash, &pence, sizeof pence);
}

/* The transaction's number, or without one the payee and the day. */
static guint64
hash_likeness (AccordSlice body, AccordSlice reference, AccordSlice payee, AccordSlice date)
{
  guint64 hash = hash_bytes (HASH_START, body.text, body.len);

  hash = hash_bytes (hash, reference.text, reference.len);
  if (reference.len > 0)
    return hash;
  return hash_bytes (hash_bytes (hash, payee.text, payee.len), date.text, date.len);
}

/**
 * accord_payment_row_likeness:
 * @row: a row of a spend file
 * @defaults: what all rows have in common
 *
 * Returns: a hash over what the row will have in common with a corrected edition of itself: the paying body
 * and the transaction's number, or without one the payee and the date
 */
guint64
accord_payment_row_likeness (const AccordSpendRow *row, const AccordPaymentDefaults *defaults)
{
  AccordSlice date = { row->date, ACCORD_DATE_ISO_SIZE - 1 };

  return hash_likeness (row_text (row, defaults, ACCORD_SPEND_PAYING_BODY),
                        row->texts[ACCORD_SPEND_REFERENCE], row->texts[ACCORD_SPEND_PAYEE], date);
}

/**
 * accord_payment_record_likeness:
 * @self: the fields
 * @record: a payment
 *
 * Returns: the same for a payment as accord_payment_row_likeness() for its row
 */
guint64
accord_payment_record_likeness (const AccordPaymentFields *self, AccordRecord *record)
{
  return hash_likeness (record_text (self, record, ACCORD_SPEND_PAYING_BODY),
                        record_text (self, record, ACCORD_SPEND_REFERENCE),
                        record_text (self, record, ACCORD_SPEND_PAYEE),
                        record_text (self, record, ACCORD_SPEND_DATE));
}
