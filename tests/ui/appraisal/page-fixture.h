/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../form/form-fixture.h"
#include "appraisal/appraisal-cards.h"
#include "appraisal/line-dialogs.h"
#include "appraisal/option-change.h"

typedef struct
{
  FormFixture *fixture;
  GtkWidget *page;
  AccordAppraisalCards *cards;
  AccordAppraisalWork *work;
  AccordGridView *costs;
  AccordGridView *outcomes;
  gint64 business_case;
  gint64 appraisal;
} Scene;

/* The first of the years comes after name, organisation, kind, timing, grade and bias. */
#define YEAR_0 6

void scene_settle (Scene *scene);
gint64 scene_only (FormFixture *self, const char *kind);
void scene_open (Scene *scene, FormFixture *self);
gint64 scene_npsv (Scene *scene);
void scene_enter (AccordGridView *view, guint row, guint column, const char *text);
void scene_assert_cell (AccordGridView *view, guint row, guint column, const char *expected);
