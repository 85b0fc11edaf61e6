/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "five-case.h"

G_BEGIN_DECLS

/**
 * AccordSectionState:
 * @ACCORD_SECTION_MISSING: no heading means it
 * @ACCORD_SECTION_EMPTY: a heading means it, and nothing stands under it
 * @ACCORD_SECTION_PROMISED: what stands under it only says that it is to come: "TBC"
 * @ACCORD_SECTION_WRITTEN: it has words
 *
 * Whether a section is there.
 */
typedef enum
{
  ACCORD_SECTION_MISSING,
  ACCORD_SECTION_EMPTY,
  ACCORD_SECTION_PROMISED,
  ACCORD_SECTION_WRITTEN,
} AccordSectionState;

/**
 * AccordHeading:
 * @level: from 1, the highest
 * @title: its words
 * @body: what stands under it up to the next heading of any level
 *
 * A heading of a text in Markdown with its own words.
 */
typedef struct
{
  guint level;
  char *title;
  GString *body;
} AccordHeading;

/**
 * AccordObjectives:
 * @n_listed: how many are listed
 * @n_dated: how many of them name a year
 * @n_measured: how many of them state a figure beside the year
 *
 * The objectives of a case as they are listed.
 */
typedef struct
{
  guint n_listed;
  guint n_dated;
  guint n_measured;
} AccordObjectives;

GPtrArray *accord_headings_parse (const char *text);
AccordSectionState accord_section_find (GPtrArray *headings, const AccordFiveSection *section, char **heading,
                                        guint *n_words);
AccordObjectives accord_objectives_count (GPtrArray *headings);

G_END_DECLS
