/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/**
 * AccordMultiplesValue:
 * @day: days since 1 January 1970
 * @value: what was measured
 * @text: the same in short form
 * @label: the day and the value, for whoever points at it
 *
 * A value of a panel.
 */
typedef struct
{
  int day;
  double value;
  char *text;
  char *label;
} AccordMultiplesValue;

/**
 * AccordMultiple:
 * @kind: the kind of the record that the panel opens
 * @id: that record
 * @title: what is measured
 * @note: (nullable): in what, and for whom
 * @label: all of it for a screen reader
 * @values: (element-type AccordMultiplesValue): what was measured, earliest first, no day twice
 * @baseline: the value before
 * @baseline_label: (nullable): what is written beside it, or %NULL where it is not known
 * @target: the value wanted
 * @target_label: (nullable): what is written beside it, or %NULL where it is not known
 * @target_day: the day by which it is wanted; meant only with @has_target_day
 * @has_target_day: whether that day is known
 * @empty: what the panel says when it has no values
 *
 * One of several small panels of the same make.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  char *title;
  char *note;
  char *label;
  GArray *values;
  double baseline;
  char *baseline_label;
  double target;
  char *target_label;
  int target_day;
  gboolean has_target_day;
  const char *empty;
} AccordMultiple;

AccordMultiple *accord_multiple_new (const char *kind, gint64 id, const char *title);
void accord_multiple_add (AccordMultiple *self, int day, double value, const char *text, const char *label);
void accord_multiple_free (AccordMultiple *self);

#define ACCORD_TYPE_MULTIPLES (accord_multiples_get_type ())
G_DECLARE_FINAL_TYPE (AccordMultiples, accord_multiples, ACCORD, MULTIPLES, AccordDrawing)

GtkWidget *accord_multiples_new (void);
void accord_multiples_show (AccordMultiples *self, GPtrArray *panels, const char *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordMultiple, accord_multiple_free)

G_END_DECLS
