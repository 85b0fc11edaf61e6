/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"
#include "status.h"

G_BEGIN_DECLS

/**
 * AccordFormSection:
 * @ACCORD_FORM_MAIN: what is asked of every record of the kind, in short fields
 * @ACCORD_FORM_WORDS: what is said of it at length
 * @ACCORD_FORM_FACTS: codes, addresses and the source, folded at the end
 * @ACCORD_FORM_N_SECTIONS: how many there are
 *
 * The parts of a page that shows a record.
 */
typedef enum
{
  ACCORD_FORM_MAIN,
  ACCORD_FORM_WORDS,
  ACCORD_FORM_FACTS,
  ACCORD_FORM_N_SECTIONS,
} AccordFormSection;

/**
 * AccordFormLine:
 * @field: index of the field
 * @label: what stands before it
 * @text: what is known, or %NULL
 * @if_any: whether nobody misses it where it is not there
 *
 * One line of a section: a label and what is known. A date and the words that a source used for it are one
 * line.
 */
typedef struct
{
  guint field;
  char *label;
  char *text;
  gboolean if_any;
} AccordFormLine;

void accord_form_line_free (AccordFormLine *self);

const char *accord_form_section_get_label (AccordFormSection section);
AccordFormSection accord_form_section_of (const AccordKind *kind, guint field);
GArray *accord_form_section_fields (const AccordKind *kind, AccordFormSection section);
GPtrArray *accord_form_lines (AccordRecord *record, AccordFormSection section);
char *accord_form_dup_unknown (GPtrArray *lines);

char *accord_form_dup_own_value (AccordRecord *record, guint field);
char *accord_form_dup_value (AccordRecord *record, guint field);
char *accord_form_dup_subtitle (AccordRecord *record);
const AccordStatus *accord_form_status (AccordRecord *record, const char *today, char **words);
char *accord_form_dup_row_title (AccordRecord *record, guint without, guint *said);
char *accord_form_dup_second_line (AccordRecord *record, guint without, guint said,
                                   const AccordStatus **status, const char *today);

gboolean accord_form_is_narrow (AccordRecord *record, guint field);
int accord_form_find_invalid (const AccordKind *kind, const char *message, const char **rest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFormLine, accord_form_line_free)

G_END_DECLS
