/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-cell.h"

static void
take_text (AccordCell *self, AccordCellType type, char *text)
{
  self->type = type;
  self->owned = text;
  self->text = text;
}

/**
 * accord_cell_read:
 * @self: (out caller-allocates): the cell
 * @record: a record
 * @field: index of a field
 *
 * Reads what a table shows of a field: choices by their label, references by what they point to. The cell
 * borrows from
 * @record.
 */
void
accord_cell_read (AccordCell *self, AccordRecord *record, guint field)
{
  *self = (AccordCell){ ACCORD_CELL_EMPTY, NULL, 0, NULL };
  if (accord_record_is_empty (record, field))
    return;
  switch (accord_record_get_kind (record)->fields[field].type)
    {
    case ACCORD_FIELD_TEXT:
    case ACCORD_FIELD_LONG_TEXT:
    case ACCORD_FIELD_CODE:
      self->type = ACCORD_CELL_TEXT;
      self->text = accord_record_peek_text (record, field);
      return;
    case ACCORD_FIELD_DATE:
      self->type = ACCORD_CELL_DATE;
      self->text = accord_record_peek_text (record, field);
      return;
    case ACCORD_FIELD_DECIMAL:
      self->type = ACCORD_CELL_DECIMAL;
      self->text = accord_record_peek_text (record, field);
      return;
    case ACCORD_FIELD_MONEY:
      self->type = ACCORD_CELL_MONEY;
      self->number = accord_record_peek_int (record, field);
      return;
    case ACCORD_FIELD_COUNT:
      self->type = ACCORD_CELL_COUNT;
      self->number = accord_record_peek_int (record, field);
      return;
    case ACCORD_FIELD_PERCENT:
      take_text (self, ACCORD_CELL_PERCENT, accord_record_dup_display (record, field));
      self->number = accord_record_peek_int (record, field);
      return;
    case ACCORD_FIELD_CHOICE:
    case ACCORD_FIELD_YEAR:
    case ACCORD_FIELD_BOOLEAN:
    case ACCORD_FIELD_REFERENCE:
    case ACCORD_FIELD_REFERENCES:
    default:
      take_text (self, ACCORD_CELL_TEXT, accord_record_dup_display (record, field));
      return;
    }
}

/**
 * accord_cell_clear:
 * @self: a cell
 */
void
accord_cell_clear (AccordCell *self)
{
  g_clear_pointer (&self->owned, g_free);
}
