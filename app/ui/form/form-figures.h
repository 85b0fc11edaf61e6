/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"
#include "record.h"

G_BEGIN_DECLS

/**
 * ACCORD_FORM_MAX_FIGURES:
 *
 * More than these are no longer taken in at a glance.
 */
#define ACCORD_FORM_MAX_FIGURES 4

/**
 * AccordFormFigure:
 * @label: what it is the figure of
 * @text: the figure in short form (`£19.2m`), or "not known"
 * @exact: the same in full, for tooltip and screen reader
 * @note: what stands beneath in small letters, or %NULL
 * @known: whether it is known
 * @urgent: whether it waits for somebody to do something
 * @rule: how the figure is made, in a sentence that a person can check, or %NULL
 * @rows: the records that it is made from, or %NULL
 *
 * One of the few figures that a page begins with.
 */
typedef struct
{
  char *label;
  char *text;
  char *exact;
  char *note;
  gboolean known;
  gboolean urgent;
  char *rule;
  AccordQuery *rows;
} AccordFormFigure;

AccordFormFigure *accord_form_figure_new (const char *label, const char *text, const char *note);
AccordFormFigure *accord_form_figure_new_money (const char *label, gint64 pence, const char *note);
void accord_form_figure_explain (AccordFormFigure *self, const char *rule, AccordQuery *rows);
void accord_form_figure_free (AccordFormFigure *self);

GPtrArray *accord_form_figures (AccordRecord *record, const char *today);
void accord_form_add_open_figure (GPtrArray *figures, const AccordKind *kind, gint64 open, gint64 total,
                                  AccordQuery *rows);
char *accord_form_dup_relative (const char *iso, const char *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFormFigure, accord_form_figure_free)

G_END_DECLS
