/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-book.h"
#include "random-cba.h"

typedef struct
{
  char *folder;
  char *soffice;
} Fixture;

void book_set_up (Fixture *fixture, gconstpointer data);
void book_tear_down (Fixture *fixture, gconstpointer data);
AccordAppraisalExport *book_work_out (AccordCba *cba);
void book_done_with (AccordAppraisalExport *appraisal);
