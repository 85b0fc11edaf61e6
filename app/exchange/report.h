/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/chart.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordReport:
 *
 * Something written to be read on paper: headings, paragraphs, points, tables, key figures and charts, laid
 * out on as many pages as they take. Every page says what it is of, and which of how many.
 */
typedef struct _AccordReport AccordReport;

AccordReport *accord_report_new (const char *title, const char *subtitle);
AccordReport *accord_report_ref (AccordReport *self);
void accord_report_unref (AccordReport *self);
const char *accord_report_get_title (AccordReport *self);
void accord_report_set_landscape (AccordReport *self, gboolean landscape);
gboolean accord_report_get_landscape (AccordReport *self);

void accord_report_set_foot (AccordReport *self, const char *foot);

void accord_report_add_heading (AccordReport *self, guint level, const char *words);
void accord_report_add_text (AccordReport *self, const char *words);
void accord_report_add_note (AccordReport *self, const char *words);
void accord_report_add_point (AccordReport *self, const char *words, const char *note);
void accord_report_begin_table (AccordReport *self, const char *const *headings);
void accord_report_begin_figures_table (AccordReport *self, const char *const *headings, guint numbers);
void accord_report_add_row (AccordReport *self, const char *const *cells);
void accord_report_add_total (AccordReport *self, const char *const *cells);
void accord_report_add_figures (AccordReport *self, const char *const *cells);
void accord_report_add_chart (AccordReport *self, AccordChart *chart);
void accord_report_begin_page (AccordReport *self);

GPtrArray *accord_report_lay_out (AccordReport *self, double width, double height);
gboolean accord_report_write_pdf (AccordReport *self, GFile *file, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordReport, accord_report_unref)

G_END_DECLS
