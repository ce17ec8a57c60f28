/** What moves or would move by itself or on touch. Runs inside the page. */
export function movingParts(): string[] {
  const running = document.getAnimations().map((animation) => `runs: ${animation.id || animation.constructor.name}`);
  const styled = [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    const isMoving =
      transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0.01) ||
      animationName !== 'none' ||
      scrollBehavior === 'smooth';
    return isMoving ? [`may move: ${element.outerHTML.slice(0, 120)}`] : [];
  });
  return [...running, ...styled];
}
